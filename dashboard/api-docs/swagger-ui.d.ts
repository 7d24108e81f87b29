declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  export default function SwaggerUI(options: {
    readonly url: string;
    readonly dom_id: string;
    readonly validatorUrl: null;
    readonly deepLinking: boolean;
  }): unknown;
}

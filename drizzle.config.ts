import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: ["./worker/platform/{requests,limits,mail}.ts", "./worker/**/tables.ts"],
  out: "./drizzle",
  casing: "snake_case",
});

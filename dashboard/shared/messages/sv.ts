export { fi as sv } from "./fi.ts";

import { beforeEach } from "vitest";
import { freshDatabase } from "./fresh.ts";

/** Every test makes its own world in an empty database. */
beforeEach(freshDatabase);

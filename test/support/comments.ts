import type { CommentView, ThreadList } from "../../worker/comments/contract.ts";
import { ok } from "./answers.ts";
import type { Client } from "./world.ts";

export const onMilestone = "/api/projects/demo/milestones/1/comments";
export const commentAt = (id: string) => `/api/projects/demo/comments/${id}`;

/** What somebody says of the milestone 1, as it is answered. */
export const said = async (person: Client, text: string, more: object = {}) =>
  ok<CommentView>(await person.send("POST", onMilestone, { text, ...more }), 201);

/** The threads of the milestone 1. */
export const threads = async (person: Client, query = "") =>
  ok<ThreadList>(await person.get(`${onMilestone}${query}`));

/** Does something with a comment, at the version that it has. */
export const done = async (
  person: Client,
  deed: "withdraw" | "resolve",
  { id, version }: Pick<CommentView, "id" | "version">,
  body: object,
) => person.send("POST", `${commentAt(id)}/${deed}`, body, { version });

export const rewritten = async (
  person: Client,
  { id, version }: Pick<CommentView, "id" | "version">,
  text: string,
) => person.send("PATCH", commentAt(id), { text }, { version });

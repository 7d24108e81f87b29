-- What appears, and changes, only together with the fact of its new version, as in 0001.
CREATE TRIGGER comments_by_fact BEFORE INSERT ON comments WHEN NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'comment:' || NEW.project || ':' || NEW.milestone || ':' || NEW.id AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'comments: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER comments_changed_by_fact BEFORE UPDATE ON comments WHEN NEW.id IS NOT OLD.id OR NEW.project IS NOT OLD.project OR NEW.milestone IS NOT OLD.milestone OR NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM facts WHERE subject = 'comment:' || NEW.project || ':' || NEW.milestone || ':' || NEW.id AND version = NEW.version AND hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'comments: write a fact'); END;
--> statement-breakpoint
CREATE TRIGGER comments_no_delete BEFORE DELETE ON comments BEGIN SELECT RAISE(ABORT, 'comments: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER comments_no_replace BEFORE INSERT ON comments WHEN NEW.version > 1 OR EXISTS (SELECT 1 FROM comments WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'conflict: comment exists'); END;
--> statement-breakpoint
-- Words come with the fact of their comment, stay as they are, and go for good: once the comment is taken away, or who wrote it is erased.
CREATE TRIGGER comment_texts_with_comment BEFORE INSERT ON comment_texts WHEN NOT EXISTS (SELECT 1 FROM comments WHERE id = NEW.comment AND version = NEW.version AND state = 'shown') OR EXISTS (SELECT 1 FROM comment_texts WHERE comment = NEW.comment AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'comment_texts: write a comment'); END;
--> statement-breakpoint
CREATE TRIGGER comment_texts_no_update BEFORE UPDATE ON comment_texts BEGIN SELECT RAISE(ABORT, 'comment_texts: written once'); END;
--> statement-breakpoint
CREATE TRIGGER comment_texts_until_taken_away BEFORE DELETE ON comment_texts WHEN EXISTS (SELECT 1 FROM comments WHERE id = OLD.comment AND state = 'shown' AND author NOT IN (SELECT id FROM people WHERE erased_at IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'comment_texts: take the comment away first'); END;

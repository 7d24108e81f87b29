-- REPLACE passes by the trigger that refuses DELETE. What is there already stays, and nothing is refused: the same file may be sent again.
CREATE TRIGGER files_no_replace BEFORE INSERT ON files WHEN EXISTS (SELECT 1 FROM files WHERE digest = NEW.digest) BEGIN SELECT RAISE(IGNORE); END;

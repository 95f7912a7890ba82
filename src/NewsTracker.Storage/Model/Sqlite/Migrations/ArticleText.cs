namespace NewsTracker.Storage.Model.Sqlite.Migrations;

/// <summary>
/// The full-text index over title, excerpt and body. It keeps no text of its own (<c>content='Articles'</c>);
/// triggers keep it true whichever way a row is written.
/// </summary>
static class ArticleText
{
    public const string Create = """
        CREATE VIRTUAL TABLE ArticleText USING fts5(
            Title, Excerpt, Body, content='Articles', content_rowid='Id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');

        CREATE TRIGGER ArticleText_Added AFTER INSERT ON Articles BEGIN
            INSERT INTO ArticleText(rowid, Title, Excerpt, Body) VALUES (new.Id, new.Title, new.Excerpt, new.Body);
        END;

        CREATE TRIGGER ArticleText_Removed AFTER DELETE ON Articles BEGIN
            INSERT INTO ArticleText(ArticleText, rowid, Title, Excerpt, Body) VALUES ('delete', old.Id, old.Title, old.Excerpt, old.Body);
        END;

        CREATE TRIGGER ArticleText_Changed AFTER UPDATE OF Title, Excerpt, Body ON Articles
        WHEN old.Title IS NOT new.Title OR old.Excerpt IS NOT new.Excerpt OR old.Body IS NOT new.Body BEGIN
            INSERT INTO ArticleText(ArticleText, rowid, Title, Excerpt, Body) VALUES ('delete', old.Id, old.Title, old.Excerpt, old.Body);
            INSERT INTO ArticleText(rowid, Title, Excerpt, Body) VALUES (new.Id, new.Title, new.Excerpt, new.Body);
        END;
        """;

    public const string Drop = """
        DROP TRIGGER ArticleText_Changed;
        DROP TRIGGER ArticleText_Removed;
        DROP TRIGGER ArticleText_Added;
        DROP TABLE ArticleText;
        """;
}

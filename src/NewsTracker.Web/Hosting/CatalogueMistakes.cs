using NewsTracker.Ingestion.Catalogue;

namespace NewsTracker.Web.Hosting;

/// <summary>A catalogue that cannot be used, for people.</summary>
static class CatalogueMistakes
{
    public static string Describe(string folder, IReadOnlyList<CatalogueError> mistakes) => string.Join(
        Environment.NewLine,
        [
            $"The catalogue in {folder} has mistakes, and nothing of it is used:",
            .. mistakes.Select(mistake => $"  {mistake.File}:{mistake.Line}:{mistake.Column}: {mistake.Message}"),
        ]);
}

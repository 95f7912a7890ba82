using System.Text;
using System.Text.Json;
using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Storage.Queries;

namespace NewsTracker.Web.Cli;

/// <summary>A file that was looked at, as a JSON line of the contract.</summary>
static class InspectJson
{
    public static void Write(InspectedFile inspected)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ArticleJson.Readable.Options.Encoder }))
            Write(inspected, writer);
        buffer.WriteByte((byte)'\n');
        using var output = Console.OpenStandardOutput();
        // What is written out for the eye is an escape of JSON, so programs read the name as it is.
        output.Write(Encoding.UTF8.GetBytes(TextRepair.Visible(Encoding.UTF8.GetString(buffer.ToArray()))));
    }

    static void Write(InspectedFile inspected, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("file", inspected.Path);
        writer.WriteBoolean("ok", inspected.Rejection is null);
        if (inspected is { File: { } file, Reading: { Draft: { } draft, Format: { } format, Encoding: { } encoding } })
        {
            writer.WritePropertyName("article");
            JsonSerializer.Serialize(writer, ArticleDocument.From(draft, inspected.Path, file.Sha256, format, encoding), ArticleJson.Readable.ArticleDocument);
        }
        else if (inspected.Rejection is { } rejection)
        {
            writer.WritePropertyName("error");
            JsonSerializer.Serialize(writer, ErrorLine.Of(rejection), VerbJson.Readable.ErrorLine);
        }

        writer.WriteEndObject();
    }
}

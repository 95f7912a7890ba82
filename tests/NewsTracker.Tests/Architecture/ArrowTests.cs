using System.Reflection;
using NewsTracker.Ingestion;
using NewsTracker.Storage;
using NewsTracker.Storage.Model;

namespace NewsTracker.Tests.Architecture;

/// <summary>Web → Storage → Ingestion, and never back.</summary>
public sealed class ArrowTests
{
    static readonly Assembly Ingestion = typeof(Ingestor).Assembly;
    static readonly Assembly Storage = typeof(NewsDatabase).Assembly;
    static readonly Assembly Web = typeof(Program).Assembly;

    [Fact]
    public void Ingestion_knows_no_database_and_no_web() => AssertNoReference(Ingestion, "NewsTracker.Storage", "NewsTracker.Web", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore");

    [Fact]
    public void Storage_knows_nothing_of_the_web() => AssertNoReference(Storage, "NewsTracker.Web", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing");

    [Fact]
    public void Only_ingestion_compiles_against_the_parsers()
    {
        AssertNoReference(Storage, "YamlDotNet", "AngleSharp");
        AssertNoReference(Web, "YamlDotNet", "AngleSharp");
    }

    /// <summary>Read → parse → clean → tag, where a parser and the catalogue's reader call the cleaners: each room sees only those before it.</summary>
    [Theory]
    [InlineData("Reading")]
    [InlineData("Dates")]
    [InlineData("Cleaning", "Dates")]
    [InlineData("Catalogue", "Cleaning")]
    [InlineData("Parsing", "Catalogue", "Cleaning", "Dates", "Reading")]
    [InlineData("Tagging", "Catalogue", "Cleaning")]
    public void Rooms_of_ingestion_see_only_those_before_them(string room, params string[] before)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Docs.Repository.Root, "src", "NewsTracker.Ingestion", room), "*.cs", SearchOption.AllDirectories);
        var seen = files.SelectMany(File.ReadLines).Where(line => line.StartsWith("using NewsTracker.Ingestion.", StringComparison.Ordinal))
            .Select(line => line["using NewsTracker.Ingestion.".Length..].TrimEnd(';').Split('.')[0]).Where(name => name != room).Distinct();

        Assert.Empty(seen.Except(before));
    }

    [Fact]
    public void Pages_and_endpoints_never_see_a_database_context()
    {
        var shown = Web.GetTypes().Where(type => type.Namespace is { } name
            && (name.StartsWith("NewsTracker.Web.Pages", StringComparison.Ordinal) || name.StartsWith("NewsTracker.Web.Endpoints", StringComparison.Ordinal)));
        var guilty = shown.Where(type => Mentioned(type).Any(typeof(NewsContext).IsAssignableFrom));
        Assert.Empty(guilty);
    }

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        var types = new[] { Ingestion, Storage, Web }.SelectMany(assembly => assembly.GetTypes()).ToList();
        var bases = types.Select(type => type.BaseType).OfType<Type>().ToHashSet();
        var open = types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false, IsNested: false }
            && type.Namespace?.StartsWith("NewsTracker", StringComparison.Ordinal) == true
            && !type.Namespace.EndsWith("Migrations", StringComparison.Ordinal)
            && type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null
            && !type.Name.Contains('<', StringComparison.Ordinal)
            && !bases.Contains(type)
            && type != typeof(Program));
        Assert.Empty(open.Select(type => type.FullName));
    }

    [Fact]
    public void No_state_is_static_and_mutable()
    {
        const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var mutable = new[] { Ingestion, Storage, Web }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("NewsTracker", StringComparison.Ordinal) == true && !type.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(Statics))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.Name.Contains('<', StringComparison.Ordinal) && !IsGenerated(field));
        Assert.Empty(mutable.Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    static bool IsGenerated(FieldInfo field) =>
        field.DeclaringType!.BaseType == typeof(System.Text.Json.Serialization.JsonSerializerContext)
        || field.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is not null;

    static IEnumerable<Type> Mentioned(Type type) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType)
            .Concat(type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Select(field => field.FieldType))
            .Concat(type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType));

    static void AssertNoReference(Assembly assembly, params string[] forbidden)
    {
        var names = assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.DoesNotContain(names, name => forbidden.Any(start => name.StartsWith(start, StringComparison.Ordinal)));
    }
}

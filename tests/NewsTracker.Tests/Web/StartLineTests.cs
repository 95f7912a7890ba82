using NewsTracker.Web.Hosting;

namespace NewsTracker.Tests.Web;

public sealed class StartLineTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("serve", true)]
    [InlineData("serve --urls http://localhost:1", true)]
    [InlineData("--data somewhere", true)]
    [InlineData("--environment=Development", true)]
    [InlineData("--help", false)]
    [InlineData("--version", false)]
    [InlineData("serve --help", false)]
    [InlineData("-h", false)]
    [InlineData("import", false)]
    [InlineData("sreve", false)]
    public void Only_the_server_takes_what_is_no_verb(string line, bool serves) =>
        Assert.Equal(serves, StartLine.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Serves);

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help catalogue import", "catalogue import --help")]
    [InlineData("help serve", "serve --help")]
    public void Help_in_front_is_help_at_the_end(string line, string verb)
    {
        var read = StartLine.Read(line.Split(' '));

        Assert.False(read.Serves);
        Assert.Equal(verb, string.Join(' ', read.Verb));
    }

    [Fact]
    public void A_setting_is_taken_out_of_any_verb()
    {
        var line = StartLine.Read(["import", "a.txt", "--Import:Folders:0", "b", "--dry-run", "--Log:Level=debug"]);

        Assert.Equal(["import", "a.txt", "--dry-run"], line.Verb);
        Assert.Equal("b", line.Settings["Import:Folders:0"]);
        Assert.Equal("debug", line.Settings["Log:Level"]);
    }

    [Theory]
    [InlineData("serve --data", "--data needs a value")]
    [InlineData("serve --data --urls x", "--data needs a value")]
    [InlineData("--data x import", "“import” is no option of the server")]
    [InlineData("import --Log:Level", "--Log:Level needs a value")]
    [InlineData("serve --ulrs http://localhost:1", "--ulrs is no option of the server")]
    [InlineData("--dta somewhere", "--dta is no option of the server")]
    public void A_line_that_cannot_be_understood_says_why(string line, string problem) =>
        Assert.StartsWith(problem, StartLine.Read(line.Split(' ')).Problem, StringComparison.Ordinal);

    [Fact]
    public void The_data_lies_where_it_was_asked_for_else_beside_the_solution_else_with_the_platform()
    {
        var clone = new Clone(Path.GetFullPath("/a/clone"));

        Assert.Equal(Path.GetFullPath("here"), DataPlaces.Resolve("here", clone).Root);
        Assert.Equal(Path.Combine(clone.Root, "data"), DataPlaces.Resolve(null, clone).Root);
        Assert.EndsWith("NewsTracker", DataPlaces.Resolve(" ", null).Root, StringComparison.Ordinal);
    }
}

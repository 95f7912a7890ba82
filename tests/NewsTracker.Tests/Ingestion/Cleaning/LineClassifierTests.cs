using CsCheck;
using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Tests.Ingestion.Cleaning;

public sealed class LineClassifierTests
{
    const string Page = """
        Home
        News
        Sport
        Sign in

        Marlow takes its cameras down

        4 March 2021

        The council of Marlow voted on Tuesday to take down the cameras that it had put up at the station two years ago.

        Nobody had told the people of the town that the cameras could tell one face from another, the mayor said after the vote.

        Cameras at the station of Marlow. (Photo: Ann Lee)

        “We should have asked first,” she told the council, which will now pay the company that built them for the work it has done.

        The company said that it would talk with the council about what becomes of the pictures of the people who had passed the station.

        Most Read
        Other towns look at cameras
        Weather for the week
        © 2021 Marlow Post
        """;

    static IReadOnlyList<ClassifiedLine> Classify(string text) => LineClassifier.Classify(LineReader.Read(text));

    [Fact]
    public void Each_line_of_a_page_gets_one_decision_and_each_cut_line_a_reason()
    {
        var lines = Classify(Page);

        Assert.Equal(LineReader.Read(Page).Select(line => line.Text), lines.Select(line => line.Line.Text));
        Assert.Equal([10, 12, 16, 18], lines.Where(line => line.Kind == LineKind.Body).Select(line => line.Line.Number));
        Assert.Equal("Marlow takes its cameras down", Assert.Single(lines, line => line.Kind == LineKind.Title).Line.Text);
        Assert.Equal("4 March 2021", Assert.Single(lines, line => line.Kind == LineKind.Date).Line.Text);
        Assert.Equal("picture caption", Assert.Single(lines, line => line.Line.Text.StartsWith("Cameras at", StringComparison.Ordinal)).Reason);
        Assert.All(lines, line => Assert.Equal(line.IsKept, line.Reason is null));
    }

    [Fact]
    public void The_same_lines_are_always_judged_alike() =>
        Gen.OneOf(Gen.Const("Home"), Gen.Const("The mayor said that the cameras of the town would be gone by the end of the week."), Gen.Const("Read more"), Gen.Const(""), Gen.String)
            .Array[0, 40].Sample(parts =>
            {
                var text = string.Join('\n', parts);
                Assert.Equal(Classify(text).Select(Decision), Classify(text).Select(Decision));
                Assert.Equal(LineReader.Read(text).Count, Classify(text).Count);
            }, iter: 200);

    [Fact]
    public void The_shipped_model_reads_and_writes_itself()
    {
        using var written = new StringWriter();
        LineModel.Shipped.Write(written);
        using var again = new StringWriter();
        LineModel.Read(new StringReader(written.ToString())).Write(again);

        Assert.NotEmpty(LineModel.Shipped.Trees);
        Assert.Equal(written.ToString(), again.ToString());
    }

    [Theory]
    [InlineData("no such feature<1\t0\t1")]
    [InlineData("words<1\t0")]
    [InlineData("words<1\t0\t1\t2")]
    public void A_broken_tree_is_refused(string tree) => Assert.Throws<FormatException>(() => LineModel.Read(new StringReader(tree)));

    [Fact]
    public void A_line_in_doubt_goes_with_its_neighbours()
    {
        var model = new LineModel(0, 1, []);

        Assert.Equal([true, true, true], model.Path([3, -1, 3]));
        Assert.Equal([true, false, true], model.Path([3, -4, 3]));
        Assert.Equal([false, false, false], model.Path([-3, 0.5, -3]));
        Assert.Empty(model.Path([]));
    }

    static (int, LineKind, string?) Decision(ClassifiedLine line) => (line.Line.Number, line.Kind, line.Reason);
}

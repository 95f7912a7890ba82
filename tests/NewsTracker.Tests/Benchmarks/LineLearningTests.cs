using NewsTracker.Benchmarks.Learning;
using NewsTracker.Ingestion.Cleaning;

namespace NewsTracker.Tests.Benchmarks;

public sealed class LineLearningTests
{
    /// <summary>Text where exactly one of two features is large, which no single question tells; a third feature is noise.</summary>
    static IReadOnlyList<Example> Either()
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, 600).Select(_ => new float[] { random.Next(10), random.Next(10), random.Next(10) })
            .Select(row => new Example(row, (row[0] >= 5) != (row[1] >= 5), 1))];
    }

    static readonly TreeSettings Small = new(Trees: 40, Depth: 3, Rate: 0.3, LeastWeight: 1, Shrink: 1, RowShare: 0.9, FeatureShare: 1);

    [Fact]
    public void Trees_learn_what_no_single_question_tells()
    {
        var (bias, trees) = TreeLearner.Learn(Either(), Small);
        var model = new LineModel(bias, 0, trees);

        Assert.All(Either(), example => Assert.Equal(example.IsText, model.Odds(example.Row) > 0));
    }

    [Fact]
    public void Learning_twice_gives_the_same_trees() =>
        Assert.Equal(TreeLearner.Learn(Either(), Small).Trees.Select(tree => tree.ToString()), TreeLearner.Learn(Either(), Small).Trees.Select(tree => tree.ToString()));

    [Fact]
    public void A_dump_is_labelled_by_the_true_text_and_of_two_copies_one_counts()
    {
        var lines = LineReader.Read("Menu\nThe cameras of Marlow come down\nSport\nWeather\nTown\nPeople\nFood\nTravel\nMarlow takes them down\nThe cameras of Marlow come down\nThe council voted for it on Tuesday.\nWhat next\nNobody knows what comes after the vote.");

        var labels = LineLabels.Of(lines, "The cameras of Marlow come down\n\nThe council voted for it on Tuesday.\n\nWhat next\n\nNobody knows what comes after the vote.");

        Assert.Equal([9, 10, 11, 12], labels.Index().Where(label => label.Item).Select(label => label.Index));
    }

    [Fact]
    public void The_score_averages_over_documents()
    {
        var score = new ShingleScore();
        score.Add("one two three four five", "one two three four five");
        score.Add("one two three four five", "one two three four");
        score.Add("one two three four five", string.Empty);

        Assert.Equal((1.0, 0.5), (score.Precision, score.Recall));
    }
}

using NewsTracker.Storage.Index;

namespace NewsTracker.Tests.Storage.Index;

public sealed class PositionSetTests
{
    public static TheoryData<int> Lengths => [1, 63, 64, 65, 300, 5000];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Sets_of_few_and_of_many_join_as_plain_sets_do(int length)
    {
        var random = new Random(length);
        for (var round = 0; round < 200; round++)
        {
            var (one, left) = Some(random, length);
            var (other, right) = Some(random, length);

            AssertSame(one.Intersect(other), left.And(right));
            AssertSame(one.Union(other), left.Or(right));
            AssertSame(one.Except(other), left.Without(right));
            Assert.Equal(one.Intersect(other).Count(), left.CountOf(right));
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Places_are_found_and_counted_from_either_side(int length)
    {
        var random = new Random(length);
        for (var round = 0; round < 200; round++)
        {
            var (plain, set) = Some(random, length);
            var (from, to) = (random.Next(length + 1), random.Next(length + 1));

            Assert.Equal(plain.Where(place => place >= from).DefaultIfEmpty(-1).Min(), set.Next(from));
            Assert.Equal(plain.Where(place => place <= from - 1).DefaultIfEmpty(-1).Max(), set.Previous(from - 1));
            Assert.Equal(plain.Count(place => place >= from && place < to), set.CountIn(from, to));
            Assert.Equal(Enumerable.Range(0, length).Where(plain.Contains), Enumerable.Range(0, length).Where(set.Contains));
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_range_holds_its_first_place_and_not_its_last(int length)
    {
        for (var from = 0; from <= length; from += 1 + (length / 7))
            for (var to = 0; to <= length; to += 1 + (length / 5))
                AssertSame(Enumerable.Range(from, Math.Max(0, to - from)), PositionSet.Range(length, from, to));
    }

    static (HashSet<int> Plain, PositionSet Set) Some(Random random, int length)
    {
        // From next to nothing, which is kept as a list, to nearly all.
        var share = random.Next(3) switch { 0 => 0.003, 1 => 0.2, _ => 0.9 };
        // And from a short stretch, as a date leaves it, to the whole.
        var (from, to) = random.Next(2) == 0 ? (0, length) : (random.Next(length), random.Next(length + 1));
        var plain = Enumerable.Range(from, Math.Max(0, to - from)).Where(_ => random.NextDouble() < share).ToHashSet();
        return (plain, PositionSet.OfSorted(length, [.. plain.Order()]));
    }

    static void AssertSame(IEnumerable<int> expected, PositionSet set)
    {
        List<int> places = [];
        foreach (var place in set) places.Add(place);
        Assert.Equal(expected.Order(), places);
        Assert.Equal(places.Count, set.Count);
    }
}

namespace NewsTracker.Storage.Model.Configurations;

/// <summary>Longest values, in characters; SQLite ignores them, other databases do not.</summary>
static class Lengths
{
    public const int Sha256 = 64;
    public const int Fingerprint = 32;
    public const int Slug = 120;
    public const int Name = 300;
    public const int Domain = 300;
    public const int Key = 2000;
    public const int Word = 40;
    public const int Currency = 3;
    public const int Email = 256;
}

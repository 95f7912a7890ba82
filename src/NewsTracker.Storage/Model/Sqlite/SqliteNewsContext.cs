using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NewsTracker.Storage.Model.Sqlite;

/// <summary>The tracker's data in one SQLite file.</summary>
/// <param name="options">Which file.</param>
public sealed class SqliteNewsContext(DbContextOptions<SqliteNewsContext> options) : NewsContext(options);

/// <summary>For <c>dotnet ef migrations</c> alone; see the readme beside the migrations.</summary>
sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteNewsContext>
{
    public SqliteNewsContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteNewsContext>().UseSqlite("Data Source=:memory:").Options);
}

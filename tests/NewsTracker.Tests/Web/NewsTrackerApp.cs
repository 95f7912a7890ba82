using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;

namespace NewsTracker.Tests.Web;

/// <summary>The real server over a data directory and an inbox of its own: configuration is all that tests change.</summary>
public sealed class NewsTrackerApp : WebApplicationFactory<Program>
{
    public const string Email = "desk@example.org";

    public const string Password = "a long enough password";

    readonly string _home = Directory.CreateTempSubdirectory("newstracker-").FullName;

    public NewsTrackerApp()
    {
        Data = Path.Combine(_home, "data");
        Inbox = Directory.CreateDirectory(Path.Combine(_home, "inbox")).FullName;
        foreach (var seed in Seeds.Files) File.Copy(seed, Path.Combine(Inbox, Path.GetFileName(seed)));
    }

    public string Data { get; }

    /// <summary>Quiet, so that test output stays readable; a test about the log asks for more.</summary>
    public string LogLevel { get; init; } = "Warning";

    /// <summary>The one configured folder; holds the five seeds at first.</summary>
    public string Inbox { get; }

    /// <summary>More settings, for a test about one.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>A client that follows no redirect and keeps cookies.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Serves on a free port of this machine, for browsers.</summary>
    public Uri Listen()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    /// <summary>Makes an account through the same door as the command line.</summary>
    public async Task AddAccountAsync(string email = Email, AccountRole role = AccountRole.Admin) =>
        Assert.Empty(await Services.GetRequiredService<AccountDirectory>().AddAsync(email, Password, role, "test"));

    /// <summary>A person of the desk, signed in.</summary>
    public async Task<HttpClient> PersonAsync(AccountRole role)
    {
        await AddAccountAsync(role: role);
        var person = Visitor();
        await person.SignInAsync();
        return person;
    }

    /// <summary>Every line the log files hold.</summary>
    public string LogText()
    {
        var text = "";
        foreach (var file in Directory.GetFiles(Path.Combine(Data, "logs")))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            text += reader.ReadToEnd();
        }

        return text;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Data:Path", Data);
        builder.UseSetting("Import:Folders:0", Inbox);
        builder.UseSetting("Log:Level", LogLevel);
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await DeleteHomeAsync();
    }

    // What a server writes last (its log, the index beside the database) can come while the directory is being emptied.
    async Task DeleteHomeAsync()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                Directory.Delete(_home, recursive: true);
                return;
            }
            catch (IOException) when (tries < 50)
            {
                await Task.Delay(100);
            }
        }
    }
}

using System.CommandLine;
using NewsTracker.Storage.Auditing;
using NewsTracker.Storage.Model;
using NewsTracker.Web.Admin;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Web.Cli;

/// <summary>Accounts, from the machine the tracker runs on.</summary>
static class AdminVerb
{
    static readonly Argument<string> Email = new("EMAIL") { Description = "The e-mail address to sign in with." };
    static readonly Option<bool> PasswordStdin = new("--password-stdin") { Description = "Take the password from standard input (one line) instead of asking on the terminal." };
    static readonly Option<string> Role = Roles();

    public static Command Create(VerbHost host) =>
        new Verb("admin", "Accounts of the people who may sign in. Each verb prints the database it worked on.", "admin list", "admin add me@example.org")
        {
            Add(host),
            Reset(host),
            List(host),
        };

    static Verb Add(VerbHost host)
    {
        var verb = new Verb("add", "Makes an account.", "admin add me@example.org", "admin add me@example.org --role editor --password-stdin < password.txt")
        {
            Email, Role, PasswordStdin,
        };
        verb.SetAction((parsed, cancellation) => ChangeAsync(host, parsed, "added", AddAsync, cancellation));
        return verb;

        static Task<IReadOnlyList<string>> AddAsync(AccountDirectory accounts, ParseResult parsed, string password) =>
            accounts.AddAsync(parsed.GetRequiredValue(Email), password, Enum.Parse<AccountRole>(parsed.GetRequiredValue(Role), ignoreCase: true), AuditLog.CommandLine);
    }

    static Verb Reset(VerbHost host)
    {
        var verb = new Verb("reset", "Sets a new password, ends a lockout and signs the person out everywhere.", "admin reset me@example.org") { Email, PasswordStdin };
        verb.SetAction((parsed, cancellation) => ChangeAsync(host, parsed, "has a new password", ResetAsync, cancellation, CheckAsync));
        return verb;

        static Task<IReadOnlyList<string>> CheckAsync(AccountDirectory accounts, ParseResult parsed) => accounts.CheckAsync(parsed.GetRequiredValue(Email));

        static Task<IReadOnlyList<string>> ResetAsync(AccountDirectory accounts, ParseResult parsed, string password) =>
            accounts.ResetAsync(parsed.GetRequiredValue(Email), password, AuditLog.CommandLine);
    }

    static Verb List(VerbHost host)
    {
        var verb = new Verb("list", "Shows every account with its role.", "admin list");
        verb.SetAction((parsed, cancellation) => ListAsync(host, parsed, cancellation));
        return verb;
    }

    static async Task<int> ChangeAsync(
        VerbHost host, ParseResult parsed, string done, Func<AccountDirectory, ParseResult, string, Task<IReadOnlyList<string>>> change, CancellationToken cancellation,
        Func<AccountDirectory, ParseResult, Task<IReadOnlyList<string>>>? check = null)
    {
        // Nobody holds the data while a person types, unless there is something to look up before.
        var password = check is null ? PasswordPrompt.Read(parsed.GetValue(PasswordStdin)) : null;
        await using var services = await host.OpenAsync(parsed, cancellation);
        Console.WriteLine($"Database: {services.GetRequiredService<TrackerSettings>().Places.Database}");
        var accounts = services.GetRequiredService<AccountDirectory>();
        if (check is not null) Refuse(await check(accounts, parsed));
        Refuse(await change(accounts, parsed, password ?? PasswordPrompt.Read(parsed.GetValue(PasswordStdin))));
        Console.WriteLine($"{parsed.GetRequiredValue(Email)} {done}");
        return ExitCodes.Done;
    }

    static void Refuse(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0) throw new SettingsException(string.Join(Environment.NewLine, problems));
    }

    static async Task<int> ListAsync(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        await using var services = await host.OpenExistingAsync(parsed, cancellation);
        Console.WriteLine($"Database: {services.GetRequiredService<TrackerSettings>().Places.Database}");
        foreach (var account in await services.GetRequiredService<AccountDirectory>().ListAsync(cancellation))
            Console.WriteLine($"{account.Email} {account.Role.ToString().ToLowerInvariant()}");
        return ExitCodes.Done;
    }

    static Option<string> Roles()
    {
        var role = new Option<string>("--role") { Description = "admin: everything; editor: sees the desk and its receipts.", DefaultValueFactory = _ => "admin" };
        role.AcceptOnlyFromAmong("admin", "editor");
        return role;
    }
}

using System.Text;
using NewsTracker.Web.Hosting;

namespace NewsTracker.Web.Cli;

/// <summary>Asks for a password so that it is shown nowhere: not on the terminal, not in the list of processes.</summary>
static class PasswordPrompt
{
    public static string Read(bool fromStandardInput)
    {
        if (fromStandardInput) return Console.In.ReadLine() is { Length: > 0 } line ? line : throw new SettingsException("Standard input holds no password.");
        if (Console.IsInputRedirected) throw new SettingsException("There is no terminal to ask on; give the password with --password-stdin.");
        var password = Ask("Password: ");
        return password == Ask("Again: ") ? password : throw new SettingsException("The two passwords differ; nothing was changed.");
    }

    static string Ask(string question)
    {
        Console.Error.Write(question);
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0) typed.Length--;
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}

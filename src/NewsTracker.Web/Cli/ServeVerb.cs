using System.CommandLine;

namespace NewsTracker.Web.Cli;

/// <summary>Stands here for its help alone: the program takes the server's way before this parser is asked.</summary>
static class ServeVerb
{
    public static Command Create() => new Verb(
        "serve",
        "Serves the pages on http://localhost:5080. An empty database imports the seed folders by itself; later starts only tell what changed.",
        "serve",
        "serve --urls http://localhost:8080",
        "serve --data /var/lib/newstracker --Import:OnStart true")
    {
        new Option<string>("--urls") { Description = "The addresses to listen on, separated by “;”. ASPNETCORE_URLS does the same.", HelpName = "ADDRESSES" },
    };
}

using Microsoft.Playwright;

namespace NewsTracker.Tests.Browser;

/// <summary>One Chromium for all walks: a browser of this machine, else Playwright's own, else the walks are skipped with the command that would help.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>Set (to 1) where a missing browser is a failure.</summary>
    public const string Required = "NEWSTRACKER_REQUIRE_BROWSER";

    static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/microsoft-edge", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe", @"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    ];

    IPlaywright? _playwright;
    IBrowser? _browser;
    string? _missing;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        try
        {
            _browser = await _playwright.Chromium.LaunchAsync(Options(Places.FirstOrDefault(File.Exists)));
        }
        catch (PlaywrightException)
        {
            // None here, or one that does not start: Playwright brings its own where it can.
            if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0) _browser = await _playwright.Chromium.LaunchAsync(Options(null));
            else _missing = "No browser was found. “sudo apt-get install -y chromium” (Debian) or any Chrome, Edge or Chromium provides one.";
        }
    }

    /// <summary>A page with cookies of its own.</summary>
    public async Task<IPage> NewPageAsync(Uri site, int width = 1280, int height = 900, bool javaScript = true)
    {
        if (_missing is { } missing)
        {
            if (Environment.GetEnvironmentVariable(Required) == "1") Assert.Fail(missing);
            Assert.Skip(missing);
        }

        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = javaScript,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    static BrowserTypeLaunchOptions Options(string? executable) => new()
    {
        ExecutablePath = executable,
        Args =
        [
            // Chromium refuses its sandbox to root.
            .. Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? (string[])["--no-sandbox"] : [],
            "--disable-background-networking", "--disable-component-update", "--no-first-run",
        ],
    };
}

/// <summary>The walks share one browser and run one after another.</summary>
[CollectionDefinition(nameof(Walks))]
public sealed class Walks : ICollectionFixture<BrowserFixture>;

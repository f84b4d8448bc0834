namespace OpenClaw.Bench.Load;

/// <summary>What of the checkout around this program the commands use.</summary>
internal static class Checkout
{
    public static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "OpenClaw.Host.sln")))
                    return folder.FullName;
            }

            throw new DirectoryNotFoundException("OpenClaw.Host.sln was not found above the program; run it from a checkout.");
        }
    }

    public static string Recordings() => Path.Combine(Root, "tests", "golden");

    /// <summary>What <c>./openclaw --version</c> has built.</summary>
    public static string Published()
    {
        var builds = Path.Combine(Root, "artifacts", "openclaw");
        var current = Path.Combine(builds, "current");
        return File.Exists(current)
            ? Path.Combine(builds, File.ReadAllText(current).Trim(), "openclaw")
            : throw new FileNotFoundException("There is no published gateway; run ./openclaw --version first.");
    }
}

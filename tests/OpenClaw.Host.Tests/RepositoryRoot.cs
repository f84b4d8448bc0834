namespace OpenClaw.Host.Tests;

/// <summary>Finds the checkout the tests were built from, wherever their output went.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(ThisFile());

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "OpenClaw.Host.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No OpenClaw.Host.sln above {start}.");
    }

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        System.IO.Path.GetDirectoryName(path)!;
}

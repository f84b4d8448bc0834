using System.Runtime.InteropServices;
using NuGet.Frameworks;

namespace OpenClaw.Host.Plugins.Packages.Resolution;

/// <summary>Chooses what of a package fits this process.</summary>
internal static class Frameworks
{
    public static NuGetFramework Running { get; } = new(FrameworkConstants.FrameworkIdentifiers.NetCoreApp, new Version(Environment.Version.Major, Environment.Version.Minor));

    /// <summary>From the most to the least special.</summary>
    public static IReadOnlyList<string> RuntimeIds { get; } = Chain();

    public static T? Nearest<T>(IReadOnlyList<T> choices, Func<T, NuGetFramework> frameworkOf)
        where T : class
    {
        var nearest = new FrameworkReducer().GetNearest(Running, choices.Select(frameworkOf));
        return nearest is null ? null : choices.First(choice => frameworkOf(choice).Equals(nearest));
    }

    private static string[] Chain()
    {
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        if (OperatingSystem.IsWindows())
            return [$"win-{architecture}", "win", "any"];
        var system = OperatingSystem.IsMacOS() ? "osx" : "linux";
        string[] musl = RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? [$"linux-musl-{architecture}", "linux-musl"] : [];
        return [.. musl, $"{system}-{architecture}", system, $"unix-{architecture}", "unix", "any"];
    }
}

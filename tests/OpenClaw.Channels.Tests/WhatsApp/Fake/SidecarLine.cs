using System.Globalization;

namespace OpenClaw.Channels.Tests.WhatsApp.Fake;

/// <summary>How the process is started that a test leads.</summary>
internal static class SidecarLine
{
    private static string DotNet => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet"
        ? path
        : Path.Combine(Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "/usr/share/dotnet", "dotnet");

    public static string For(int port) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{DotNet}\" exec \"{Path.Combine(AppContext.BaseDirectory, "OpenClaw.FakeSidecar.dll")}\" {port}");
}

using System.Reflection;

namespace OpenClaw.Host.Diagnostics;

/// <summary>The version this build reports, without the source revision behind the plus sign.</summary>
internal static class HostVersion
{
    public static string Text { get; } =
        typeof(HostVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}

using System.Reflection;
using System.Runtime.Loader;

namespace OpenClaw.Host.Tests.Plugins.Packages.Oracle;

/// <summary>The versioning of the SDK's NuGet, beside the one that the host was built with.</summary>
internal sealed class SdkVersioning
{
    private readonly Type _version;
    private readonly Type _range;

    private SdkVersioning(Assembly assembly)
    {
        _version = assembly.GetType("NuGet.Versioning.NuGetVersion", throwOnError: true)!;
        _range = assembly.GetType("NuGet.Versioning.VersionRange", throwOnError: true)!;
    }

    public static SdkVersioning Load()
    {
        var folder = typeof(SdkVersioning).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static one => one.Key == "SdkDirectory").Value!;
        return new SdkVersioning(new AssemblyLoadContext("sdk").LoadFromAssemblyPath(Path.Combine(folder, "NuGet.Versioning.dll")));
    }

    public IEnumerable<string> Order(IEnumerable<string> texts) => texts.Select(Version).Order(Comparer<object>.Default).Select(Text);

    public bool Satisfies(string range, string version) => (bool)_range.GetMethod("Satisfies", [_version])!.Invoke(Range(range), [Version(version)])!;

    public string? BestMatch(string range, string[] versions)
    {
        var there = Array.CreateInstance(_version, versions.Length);
        for (var index = 0; index < versions.Length; index++)
            there.SetValue(Version(versions[index]), index);
        return _range.GetMethod("FindBestMatch")!.Invoke(Range(range), [there]) is { } best ? Text(best) : null;
    }

    private object Version(string text) => _version.GetMethod("Parse", [typeof(string)])!.Invoke(null, [text])!;

    private object Range(string text) => _range.GetMethod("Parse", [typeof(string)])!.Invoke(null, [text])!;

    private string Text(object version) => (string)_version.GetMethod("ToFullString")!.Invoke(version, [])!;
}

using System.Text;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Sdk;

/// <summary>Puts <c>openclaw.plugin.json</c> beside the built assembly: the hand-written one, or one made from the project's properties.</summary>
internal static class ManifestFile
{
    public static void Write(ProjectValues values)
    {
        var folder = Path.GetDirectoryName(values["Assembly"])!;
        var target = Path.Combine(folder, PluginManifest.FileName);
        var handWritten = values.Optional("HandWritten");
        if (handWritten is not null)
            File.Copy(handWritten, target, overwrite: true);
        else
            File.WriteAllText(target, GeneratedManifest.Of(values), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        // The copy has the source's time, and the build compares it with that of the assembly.
        File.SetLastWriteTimeUtc(target, DateTime.UtcNow);

        var result = ManifestReader.Read(folder);
        if (result.Issues.Count == 0)
            return;
        File.Delete(target);
        throw handWritten is not null
            ? new SdkException("OC1002", [.. result.Issues.Select(issue => $"{PluginManifest.FileName}: {issue}")])
            : new SdkException("OC1001", [.. result.Issues.Select(static issue => (issue with { Key = PropertyNames.Of(issue.Key) }).ToString())]);
    }
}

namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>One thing wrong with a manifest: where, what was found, and what to write instead.</summary>
internal sealed record ManifestIssue(string Key, string? Value, string Problem, string Fix)
{
    public override string ToString() => Value is null
        ? $"{Key}: {Problem}. {Fix}"
        : $"{Key} = {Value}: {Problem}. {Fix}";
}

namespace OpenClaw.Host.Plugins.Leaks;

/// <summary>Something that holds the code of a generation that has ended.</summary>
/// <param name="Path">From a root of the process to the plugin, in names.</param>
/// <param name="Rule">What the plugin should do instead; null where no rule is known.</param>
internal sealed record LeakHolder(string Path, string? Rule)
{
    public override string ToString() => Rule is null ? Path : $"{Path} ({Rule})";
}

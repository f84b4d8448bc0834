namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>A test that needs Node.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(static folder => File.Exists(Path.Combine(folder, "node")) && File.Exists(Path.Combine(folder, "npm"))))
            Skip = "Node and npm are not on the PATH; the bridge of WhatsApp cannot be run here.";
    }
}

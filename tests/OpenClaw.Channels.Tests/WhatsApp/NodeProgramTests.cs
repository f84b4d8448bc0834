using OpenClaw.Channels.WhatsApp.Installing;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>Where Node is found by what stands beside it.</summary>
public sealed class NodeProgramTests
{
    [Fact]
    public void Npm_which_is_a_script_finds_the_Node_that_was_named()
    {
        var folder = Path.Combine(Path.GetTempPath(), "node", "bin");

        Assert.Equal($"{folder}{Path.PathSeparator}/usr/bin", NodeProgram.PathWith(Path.Combine(folder, "node"), "/usr/bin"));
        Assert.Equal(folder, NodeProgram.PathWith(Path.Combine(folder, "node"), null));
        Assert.Equal(Environment.CurrentDirectory, NodeProgram.PathWith("node", ""));
    }
}

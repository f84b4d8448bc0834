namespace OpenClaw.TestPlugins;

public sealed class Morning : IGreeting
{
    public string Text => "good morning";
}

namespace OpenClaw.TestPlugins;

public sealed class Evening : IGreeting
{
    public string Text => "good evening";
}

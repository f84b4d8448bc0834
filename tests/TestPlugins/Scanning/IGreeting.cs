namespace OpenClaw.TestPlugins;

public interface IGreeting
{
    string Text { get; }
}

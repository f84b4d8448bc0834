using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Agents.Commands;

/// <summary><c>/restart</c>: the gateway stops and starts again inside its process. The answer is on disk before it does.</summary>
internal sealed class RestartCommand(IConfigSource configuration, RestartSignal? signal = null)
{
    // Long enough that the answer is usually out by then; it is sent afterwards if not.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    private bool IsAllowed => RestartRight.IsGranted(configuration.Current);

    public string Answer() => signal is null || !IsAllowed
        ? "Restarts by command are off (commands.restart)."
        : "The gateway restarts now. What is at work may finish first.";

    public void Begin()
    {
        if (IsAllowed)
            signal?.Request(Delay);
    }
}

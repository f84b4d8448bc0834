using System.Text;
using OpenClaw.Hooks;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Tools;
using OpenClaw.Identity;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>Asks hooks of plugins before a run and tells them after it.</summary>
internal sealed class RunHooks(IPluginCatalog? plugins = null)
{
    private const int MaxAddition = 16_384;

    private HookContribution[] Current => plugins?.Current.Hooks?.Run ?? [];

    /// <summary>Adds to the system prompt of this run what hooks have to say.</summary>
    public async ValueTask BeforeAsync(ActiveRun run)
    {
        var hooks = Current;
        if (hooks.Length == 0)
            return;
        var described = Describe(run.Record);
        var added = new StringBuilder(run.Record.Input.ExtraSystemPrompt);
        foreach (var hook in hooks)
        {
            var text = await HookCalls.TryAskAsync<IRunHook, string>(hook, async (target, token) => await target.BeforeRunAsync(described, token) ?? "", run.Token);
            if (!string.IsNullOrWhiteSpace(text))
                added.Append(added.Length > 0 ? "\n\n" : "").Append(ToolText.Cut(text, MaxAddition));
        }

        // For this run in this process alone: what is stored is what was asked for.
        if (added.Length > 0)
            run.Record = run.Record with { Input = run.Record.Input with { ExtraSystemPrompt = added.ToString() } };
    }

    /// <summary>Tells of a run whose end is stored.</summary>
    public async ValueTask AfterAsync(ActiveRun run, RunProgress progress)
    {
        var hooks = Current;
        if (hooks.Length == 0)
            return;
        var (described, ended) = (Describe(run.Record), run.Record);
        var outcome = new Hooks.RunOutcome
        {
            IsSuccess = run.Ending == RunEnding.None && ended.Outcome?.Failure is null,
            Usage = progress.Usage,
            Error = ended.Outcome?.Failure?.Message ?? (run.Ending == RunEnding.None ? null : $"stopped: {run.Ending}"),
        };
        await HookCalls.TellAsync<IRunHook>(hooks, (target, token) => target.AfterRunAsync(described, outcome, token), CancellationToken.None);
    }

    private static HookedRun Describe(RunRecord run) => new()
    {
        RunId = run.RunId,
        Session = new SessionKey(run.SessionKey),
        Agent = new AgentId(run.AgentId),
        Message = run.Input.Message,
    };
}

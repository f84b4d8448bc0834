using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Configuration.Writing;

namespace OpenClaw.Host.Configuration.Reload;

/// <summary>What a change of the file means for a gateway that runs: key by key, under the mode that the new content asks for.</summary>
internal sealed class ReloadPlan
{
    private readonly ReloadMode _mode;
    private readonly bool _secretIsHot;

    private ReloadPlan(ReloadMode mode, bool secretIsHot, IReadOnlyList<string> paths)
    {
        _mode = mode;
        _secretIsHot = secretIsHot;
        Changes = [.. paths.Select(path => new ChangedKey(path, ClassOf(path)))];
    }

    public IReadOnlyList<ChangedKey> Changes { get; }

    /// <summary>Keys that are put in force.</summary>
    public IEnumerable<ChangedKey> Applied => Changes.Where(change => Decide(change.Class) == ReloadDecision.Apply);

    /// <summary>Keys that keep their old value until the gateway starts again or the mode lets them.</summary>
    public IEnumerable<ChangedKey> Waiting => Changes.Where(change => Decide(change.Class) != ReloadDecision.Apply);

    /// <summary>Keys for which the gateway starts again by itself.</summary>
    public IEnumerable<ChangedKey> Restarting => Changes.Where(change => Decide(change.Class) == ReloadDecision.Restart);

    public ReloadMode Mode => _mode;

    /// <param name="before">The document in force, as it is written.</param>
    /// <param name="running">The same as a snapshot.</param>
    /// <param name="after">Valid content of the file.</param>
    public static ReloadPlan Make(ConfigObject before, OpenClawConfig running, ConfigLoadResult after)
    {
        var next = after.Require().Gateway;
        return new ReloadPlan(
            next.Reload.Mode,
            AuthChange.IsHot(running.Gateway.Auth, next.Auth),
            ConfigDiff.ChangedPaths(before, after.Source ?? new ConfigObject()));
    }

    public bool Waits(string path) => Decide(ClassOf(path)) != ReloadDecision.Apply;

    private ReloadClass ClassOf(string path) => _secretIsHot && AuthChange.IsSecret(path) ? ReloadClass.Hot : ReloadClasses.Of(path);

    private ReloadDecision Decide(ReloadClass change) => ReloadDecisions.For(_mode, change);
}

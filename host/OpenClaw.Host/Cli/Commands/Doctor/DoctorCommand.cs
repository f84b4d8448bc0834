using System.CommandLine;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Cli.Commands.Doctor;

/// <summary><c>doctor</c>: looks at everything a gateway lives on, says what is wrong, and mends what can be mended.</summary>
internal sealed class DoctorCommand() : RemoteCommand("doctor", "Look for what is wrong with configuration and state, and repair it")
{
    private const int CouldNotRun = 2;
    private const int SchemaVersion = 1;

    private readonly Option<bool> _fix = new("--fix", "--repair") { Description = "Repair what can be repaired" };
    private readonly Option<bool> _yes = new("--yes") { Description = "Repair without asking" };
    private readonly Option<bool> _nonInteractive = new("--non-interactive") { Description = "Ask nothing; make safe repairs only" };
    private readonly Option<bool> _lint = new("--lint") { Description = "Change nothing; fail when something is found" };
    private readonly Option<bool> _deep = new("--deep") { Description = "Look longer, and ask the running gateway to probe its channels" };
    private readonly Option<bool> _token = new("--generate-gateway-token") { Description = "Make a gateway token where there is none" };
    private readonly Option<string[]> _only = new("--only") { Description = "Only this check or family, for example state/integrity or config", HelpName = "id" };
    private readonly Option<string[]> _skip = new("--skip") { Description = "Leave this check or family out", HelpName = "id" };
    private readonly Option<string?> _severity = Severities(new("--severity-min") { Description = "Show nothing less: info, warning or error", HelpName = "severity" });

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _fix, _yes, _nonInteractive, _lint, _deep, _token, _only, _skip, _severity })
            command.Options.Add(option);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var lint = invocation.Get(_lint);
        var checks = Selected(invocation, lint ? CouldNotRun : ExitCodes.Failure);
        var context = new DoctorContext(
            invocation, invocation.Get(_deep), (method, parameters, token) => AskAsync(invocation, method, parameters, token));
        var mode = ModeOf(invocation, lint);
        var (instance, refusal) = mode == DoctorMode.ReadOnly ? (null, null) : await LockAsync(context, cancellationToken);
        using var held = instance;
        var run = new DoctorRun(context, instance is null ? DoctorMode.ReadOnly : mode, invocation.Console, invocation.Get(_token));
        foreach (var check in checks)
            await run.LookAsync(check, cancellationToken);

        var least = LeastOf(invocation, lint);
        var shown = run.Remaining.Where(one => one.Finding.Severity >= least).ToList();
        if (invocation.Json)
            invocation.Console.WriteJson(ReportOf(shown, checks.Count), CliJsonContext.Default.DoctorReport);
        else
            Print(invocation, shown, checks.Count);
        if (refusal is not null && run.Remaining.Any(static one => one.Finding.Repair is not null))
        {
            invocation.Console.Error.WriteLine(ControlText.ToOneLine(refusal));
            if (mode != DoctorMode.Ask)
                return ExitCodes.Failure;
        }

        return ExitCodeOf(run, shown, lint, advisory: invocation.Json && mode == DoctorMode.ReadOnly);
    }

    private static int ExitCodeOf(DoctorRun run, List<(string Id, DoctorFinding Finding)> shown, bool lint, bool advisory)
    {
        if (lint)
            return run.HasBroken ? CouldNotRun : shown.Count > 0 ? ExitCodes.Failure : ExitCodes.Success;
        return !advisory && run.Remaining.Any(static one => one.Finding.Severity == DoctorSeverity.Error) ? ExitCodes.Failure : ExitCodes.Success;
    }

    private IReadOnlyList<DoctorCheck> Selected(CliInvocation invocation, int exitCode)
    {
        var (only, skip) = (invocation.Get(_only) ?? [], invocation.Get(_skip) ?? []);
        var unknown = only.Concat(skip).FirstOrDefault(static id => !DoctorChecks.All.Any(check => DoctorChecks.Matches(check, id)));
        if (unknown is not null)
            throw new CliException($"There is no check \"{unknown}\". Checks: {string.Join(", ", DoctorChecks.All.Select(static check => check.Id))}", exitCode);
        return [.. DoctorChecks.All
            .Where(check => only.Length == 0 || only.Any(id => DoctorChecks.Matches(check, id)))
            .Where(check => !skip.Any(id => DoctorChecks.Matches(check, id)))];
    }

    private DoctorMode ModeOf(CliInvocation invocation, bool lint)
    {
        if (lint)
            return DoctorMode.ReadOnly;
        if (invocation.Get(_yes))
            return DoctorMode.FixAll;
        if (invocation.Get(_fix))
            return DoctorMode.Fix;
        if (invocation.Get(_nonInteractive))
            return DoctorMode.SafeOnly;
        if (invocation.Console.Answers is not null && !invocation.Json)
            return DoctorMode.Ask;
        return invocation.Get(_token) ? DoctorMode.SafeOnly : DoctorMode.ReadOnly;
    }

    /// <summary>Whoever repairs has the state folder for itself.</summary>
    private static async Task<(InstanceLock? Held, string? Refusal)> LockAsync(DoctorContext context, CancellationToken cancellationToken)
    {
        try
        {
            context.Paths.CreateStateDirectory();
            if (await InstanceLock.TryAcquireAsync(context.Paths, cancellationToken) is { } held)
                return (held, null);
            var pid = InstanceLock.ReadPid(context.Paths) is { } id ? $" (pid {id})" : "";
            return (null, $"Nothing was repaired: a gateway{pid} works in {context.Paths.StateDirectory}. Stop it, then run the same command again.");
        }
        catch (StorageException error)
        {
            return (null, $"Nothing was repaired: {error.Message}");
        }
    }

    private DoctorSeverity LeastOf(CliInvocation invocation, bool lint) => invocation.Get(_severity) switch
    {
        "error" => DoctorSeverity.Error,
        "warning" => DoctorSeverity.Warning,
        null when lint => DoctorSeverity.Warning,
        _ => DoctorSeverity.Info,
    };

    private static DoctorReport ReportOf(List<(string Id, DoctorFinding Finding)> shown, int run) => new(
        SchemaVersion,
        shown.TrueForAll(static one => one.Finding.Severity < DoctorSeverity.Warning),
        run,
        DoctorChecks.All.Count - run,
        [.. shown.Select(static one => new DoctorReportFinding(
            one.Id, NameOf(one.Finding.Severity), one.Finding.Message, one.Finding.Path, one.Finding.Requirement, one.Finding.FixHint))]);

    private static void Print(CliInvocation invocation, List<(string Id, DoctorFinding Finding)> shown, int run)
    {
        var output = invocation.Console.Output;
        foreach (var (id, finding) in shown)
        {
            var where = finding.Path is { } path ? $"{invocation.Show(path)}: " : "";
            output.WriteLine(ControlText.ToOneLine($"{NameOf(finding.Severity),-8} {id}: {where}{finding.Message}"));
            if (finding.FixHint is { } hint)
                output.WriteLine(ControlText.ToOneLine($"         {hint}"));
        }

        var errors = shown.Count(static one => one.Finding.Severity == DoctorSeverity.Error);
        var warnings = shown.Count(static one => one.Finding.Severity == DoctorSeverity.Warning);
        output.WriteLine(errors + warnings == 0 ? $"{run} checks, nothing is wrong." : $"{run} checks: {errors} errors, {warnings} warnings.");
        if (shown.Exists(static one => one.Finding.Repair is not null))
            output.WriteLine("Run \"openclaw doctor --fix\" to apply changes.");
    }

    private static string NameOf(DoctorSeverity severity) => severity switch
    {
        DoctorSeverity.Error => "error",
        DoctorSeverity.Warning => "warning",
        _ => "info",
    };

    private static Option<string?> Severities(Option<string?> option)
    {
        option.AcceptOnlyFromAmong("info", "warning", "error");
        return option;
    }
}

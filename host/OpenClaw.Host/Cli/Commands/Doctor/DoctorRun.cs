using OpenClaw.Host.Cli.Output;

namespace OpenClaw.Host.Cli.Commands.Doctor;

/// <summary>Runs the checks and, where it may, the repairs. What remains afterwards is what counts.</summary>
internal sealed class DoctorRun(DoctorContext context, DoctorMode mode, ICliConsole console, bool mustHaveToken = false)
{
    private readonly List<(string Id, DoctorFinding Finding)> _remaining = [];

    public IReadOnlyList<(string Id, DoctorFinding Finding)> Remaining => _remaining;

    /// <summary>A check that broke is no clean bill of health.</summary>
    public bool HasBroken { get; private set; }

    public async Task LookAsync(DoctorCheck check, CancellationToken cancellationToken)
    {
        var findings = await FindAsync(check, cancellationToken);
        var repaired = false;
        if (mode != DoctorMode.ReadOnly)
        {
            foreach (var repair in findings.Select(static finding => finding.Repair).OfType<DoctorRepair>().Where(repair => IsWanted(repair, check)))
                repaired |= await TryAsync(repair, check, cancellationToken);
        }

        if (repaired)
        {
            context.Reload();
            findings = await FindAsync(check, cancellationToken);
        }

        _remaining.AddRange(findings.Select(finding => (check.Id, finding)));
    }

    private async Task<IReadOnlyList<DoctorFinding>> FindAsync(DoctorCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.LookAsync(context, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            HasBroken = true;
            return [DoctorFinding.Error($"the check could not run: {error.Message}")];
        }
    }

    private async Task<bool> TryAsync(DoctorRepair repair, DoctorCheck check, CancellationToken cancellationToken)
    {
        try
        {
            Say($"repaired {check.Id}: {await repair.RunAsync(cancellationToken)}");
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Say($"{check.Id} could not be repaired: {error.Message}");
            return false;
        }
    }

    private bool IsWanted(DoctorRepair repair, DoctorCheck check) => mode switch
    {
        DoctorMode.FixAll => true,
        DoctorMode.SafeOnly => repair.IsSafe || IsToken(check),
        DoctorMode.Fix => !repair.IsChoice || IsToken(check) || IsAgreed(repair, check),
        _ => IsToken(check) || IsAgreed(repair, check),
    };

    private bool IsToken(DoctorCheck check) => mustHaveToken && check.Id == Checks.GatewayAuthCheck.CheckId;

    private bool IsAgreed(DoctorRepair repair, DoctorCheck check)
    {
        if (console.Answers is not { } answers)
        {
            Say($"{check.Id}: nobody is here to ask, so it was left: --yes would {repair.What}.");
            return false;
        }

        console.Error.Write(ControlText.ToOneLine($"{check.Id}: {repair.What}? [y/N] "));
        console.Error.Flush();
        return answers.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    private void Say(string line) => console.Error.WriteLine(ControlText.ToOneLine(line));
}

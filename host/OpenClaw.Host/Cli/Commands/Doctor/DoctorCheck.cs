namespace OpenClaw.Host.Cli.Commands.Doctor;

/// <summary>Looks at one thing. A look changes nothing.</summary>
internal abstract class DoctorCheck(string id)
{
    /// <summary>Stable; scripts select by it.</summary>
    public string Id => id;

    public virtual Task<IReadOnlyList<DoctorFinding>> LookAsync(DoctorContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DoctorFinding>>([.. Look(context)]);

    protected virtual IEnumerable<DoctorFinding> Look(DoctorContext context) => [];
}

namespace OpenClaw.Host.Cli.Commands.Doctor.Checks;

/// <summary>Whether what is stored can be read, whole, and written on.</summary>
internal sealed class StateIntegrityCheck() : DoctorCheck("state/integrity")
{
    protected override IEnumerable<DoctorFinding> Look(DoctorContext context)
    {
        var folder = StateFolderLook.Of(context).ToList();
        return Directory.Exists(context.Paths.StateDirectory) ? [.. folder, .. DatabaseLook.Of(context), .. OrphanLook.Of(context)] : folder;
    }
}

namespace OpenClaw.Host.Tests.Storage.PowerCuts;

/// <summary>Makes the files as they could be after the power went at a given step: what was flushed is there, the rest is as the disk liked.</summary>
internal sealed class PowerCut(IReadOnlyList<DiskStep> steps, CutKind kind, int seed, bool believesFlushes = true)
{
    private const int Sector = 512;

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, DiskFile> _files = new(StringComparer.Ordinal);

    /// <summary>Writes the files into an empty directory.</summary>
    public void Write(string directory, int cut)
    {
        foreach (var step in steps.Take(cut))
            Apply(step);
        foreach (var (name, file) in _files)
        {
            // Whether the name is gone already is the disk's choice too.
            if (file.IsBeingDeleted && (kind == CutKind.Kept || (kind != CutKind.Dropped && _random.Next(2) == 0)))
                continue;
            foreach (var step in file.Waiting)
                Disturb(file, step);
            if (file.Exists)
                File.WriteAllBytes(Path.Combine(directory, name), file.Bytes);
        }
    }

    private void Apply(DiskStep step)
    {
        if (step.Kind == DiskStepKind.Answer)
            return;
        if (!_files.TryGetValue(step.File, out var file))
            _files[step.File] = file = new DiskFile();
        switch (step.Kind)
        {
            case DiskStepKind.Sync when believesFlushes:
                // With the first flush of a new file SQLite flushes its directory, and with it what became of the other names.
                if (!file.Exists)
                    Forget();
                file.Waiting.ForEach(file.Take);
                file.Waiting.Clear();
                file.Exists = true;
                break;
            case DiskStepKind.Sync:
                break;
            case DiskStepKind.Delete:
                file.IsBeingDeleted = true;
                if (step.Number != 0)
                    Forget();
                break;
            default:
                if (file.IsBeingDeleted)
                    _files[step.File] = file = new DiskFile();
                file.Waiting.Add(step);
                break;
        }
    }

    private void Forget()
    {
        foreach (var name in _files.Where(static file => file.Value.IsBeingDeleted).Select(static file => file.Key).ToList())
            _files.Remove(name);
    }

    private void Disturb(DiskFile file, DiskStep step)
    {
        if (kind == CutKind.Dropped)
            return;
        file.Exists = true;
        if (kind == CutKind.Kept || (step.Kind == DiskStepKind.Truncate && _random.Next(2) == 0))
        {
            file.Take(step);
            return;
        }

        for (var at = 0; at < step.Bytes.Length; at += Sector)
        {
            var piece = step.Bytes.AsSpan(at, Math.Min(Sector, step.Bytes.Length - at)).ToArray();
            var chance = _random.Next(4);
            if (chance == 0 && kind == CutKind.Garbage)
                _random.NextBytes(piece);
            else if (chance < 2)
                continue;
            file.Take(step with { Number = step.Number + at, Bytes = piece });
        }
    }
}

namespace OpenClaw.Host.Tests.Storage.PowerCuts;

/// <summary>A file on a disk: what is surely there, and what waits for a flush.</summary>
internal sealed class DiskFile
{
    private byte[] _bytes = [];
    private int _length;

    public bool Exists { get; set; }

    /// <summary>Deleted, without a flush of the directory that would make it so after a power cut.</summary>
    public bool IsBeingDeleted { get; set; }

    public List<DiskStep> Waiting { get; } = [];

    public byte[] Bytes => _bytes[.._length];

    public void Take(DiskStep step)
    {
        if (step.Kind == DiskStepKind.Truncate)
        {
            SetLength((int)step.Number);
            return;
        }

        var end = (int)step.Number + step.Bytes.Length;
        if (end > _length)
            SetLength(end);
        step.Bytes.CopyTo(_bytes.AsSpan((int)step.Number));
    }

    private void SetLength(int length)
    {
        if (length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(length, _bytes.Length * 2));
        if (length > _length)
            _bytes.AsSpan(_length, length - _length).Clear();
        _length = length;
    }
}

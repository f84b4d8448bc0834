namespace OpenClaw.Host.Tests.Storage.PowerCuts;

/// <summary>One thing that was done to a file of the database, or the answer to a writer, in the order in which they happened.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="File">The file's name.</param>
/// <param name="Number">The offset of a write, the length of a truncation, whether a deletion is flushed, the row of an answer.</param>
/// <param name="Bytes">What was written.</param>
internal sealed record DiskStep(DiskStepKind Kind, string File, long Number, byte[] Bytes)
{
    public void Save(BinaryWriter log)
    {
        log.Write((byte)Kind);
        log.Write(File);
        log.Write(Number);
        log.Write(Bytes.Length);
        log.Write(Bytes);
    }

    public static List<DiskStep> Load(string path)
    {
        using var log = new BinaryReader(new MemoryStream(System.IO.File.ReadAllBytes(path)));
        var steps = new List<DiskStep>();
        while (log.BaseStream.Position < log.BaseStream.Length)
            steps.Add(new DiskStep((DiskStepKind)log.ReadByte(), log.ReadString(), log.ReadInt64(), log.ReadBytes(log.ReadInt32())));
        return steps;
    }
}

using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Configuration.Writing;

/// <summary>Keeps the last generations of the file beside it: <c>.bak</c> is the youngest, <c>.bak.4</c> the oldest.</summary>
internal static class ConfigBackups
{
    private const int Oldest = 4;

    public static async ValueTask KeepAsync(string file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        // Complete before an older one moves: on a full disk nothing that was kept is lost.
        var fresh = $"{file}.bak.new";
        await AtomicFile.WriteAsync(fresh, content, cancellationToken: cancellationToken);
        for (var generation = Oldest; generation > 0; generation--)
        {
            var younger = NameOf(file, generation - 1);
            if (File.Exists(younger))
            {
                File.Move(younger, NameOf(file, generation), overwrite: true);
            }
        }

        File.Move(fresh, NameOf(file, 0), overwrite: true);
    }

    /// <summary>The names of all generations, the youngest first, whether they are there or not.</summary>
    public static IEnumerable<string> NamesOf(string file) => Enumerable.Range(0, Oldest + 1).Select(generation => NameOf(file, generation));

    private static string NameOf(string file, int generation) => generation == 0 ? $"{file}.bak" : $"{file}.bak.{generation}";
}

using System.Runtime.InteropServices;
using System.Text;

namespace OpenClaw.Host.Storage;

/// <summary>
/// Gives a file its name unless another has it. On Unix <see cref="File.Move(string, string)"/> looks first and renames then, so
/// that of two who look at once the second replaces the file of the first; a hard link cannot.
/// </summary>
internal static class ExclusiveRename
{
    /// <exception cref="IOException">The name is taken.</exception>
    public static void Rename(string from, string to)
    {
        if (!OperatingSystem.IsWindows() && Link(Terminated(from), Terminated(to)) == 0)
        {
            File.Delete(from);
            return;
        }

        // Also the way on a file system without hard links; what remains of the race there is theoretical.
        File.Move(from, to, overwrite: false);
    }

    private static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "link")]
    private static extern int Link(byte[] existing, byte[] added);
}

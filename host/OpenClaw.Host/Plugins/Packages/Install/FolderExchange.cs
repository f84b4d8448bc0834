using System.Runtime.InteropServices;
using System.Text;

namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>Lets two folders swap their names. On Linux in one step, so that nobody ever sees neither.</summary>
internal static class FolderExchange
{
    private const int CurrentDirectory = -100;
    private const uint Exchange = 2;

    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="aside">A free name for the way in several steps.</param>
    public static void Swap(string left, string right, string aside)
    {
        if (OperatingSystem.IsLinux() && TrySwap(left, right))
            return;
        Directory.Move(right, aside);
        Directory.Move(left, right);
        Directory.Move(aside, left);
    }

    // Old libraries have no such function, and some file systems do not know the flag.
    private static bool TrySwap(string left, string right)
    {
        try
        {
            return Rename(CurrentDirectory, Terminated(left), CurrentDirectory, Terminated(right), Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    private static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "renameat2")]
    private static extern int Rename(int leftFolder, byte[] left, int rightFolder, byte[] right, uint flags);
}

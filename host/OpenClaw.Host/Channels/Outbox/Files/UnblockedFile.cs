using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace OpenClaw.Host.Channels.Outbox.Files;

/// <summary>
/// Opens files for reading without ever waiting: .NET waits for a writer where a pipe has taken a file's place, with no way to end it.
/// A pipe or device that was opened so has no length and is refused for that.
/// </summary>
internal static class UnblockedFile
{
    private const int NoSuchEntry = 2;
    private const int NotADirectory = 20;

    // Read only, not blocking, not handed to child processes; the numbers are each system's own.
    private static readonly int Flags =
        OperatingSystem.IsLinux() ? 0x800 | 0x80000 : OperatingSystem.IsFreeBSD() ? 0x4 | 0x100000 : 0x4 | 0x1000000;

    /// <exception cref="IOException">It cannot be opened.</exception>
    public static SafeFileHandle Open(string path)
    {
        if (OperatingSystem.IsWindows())
            return File.OpenHandle(path);
        var descriptor = Open(Encoding.UTF8.GetBytes(path + '\0'), Flags);
        if (descriptor >= 0)
            return new SafeFileHandle(descriptor, ownsHandle: true);
        var error = Marshal.GetLastPInvokeError();
        throw error is NoSuchEntry or NotADirectory
            ? new FileNotFoundException(Marshal.GetPInvokeErrorMessage(error), path)
            : new IOException($"{path}: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);
}

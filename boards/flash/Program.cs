using System.Text;

namespace SwapEdge.Boards.Flash;

/// <summary>Entry of the flash tool.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (BoardsFolder() is not { } boards)
        {
            Console.Error.WriteLine("swapflash: there is no folder 'boards' above; run it from the repository.");
            return (int)FlashEnd.InternalError;
        }

        return FlashCli.Run(
            args, new FlashWorld { Boards = boards, Settings = new StationFileCompiler(), Output = Console.Out });
    }

    /// <summary>Above where this program lies, which is below boards/flash.</summary>
    private static string? BoardsFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder != null && !File.Exists(Path.Combine(folder, "nf.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder == null ? null : Path.Combine(folder, "boards");
    }
}

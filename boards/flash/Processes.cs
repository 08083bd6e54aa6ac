using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SwapEdge.Boards.Flash;

/// <summary>
/// Programs of the machine. They get the environment of this one without its secrets, and nanoff's telemetry switched
/// off.
/// </summary>
public sealed class Processes : IProcesses
{
    private static readonly TimeSpan ForItsEnd = TimeSpan.FromSeconds(5);

    public ProcessResult Run(
        IReadOnlyList<string> command, IReadOnlyList<string> arguments, string folder, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(arguments);
        ProcessStartInfo start = new(command[0])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder,
        };
        foreach (string argument in command.Skip(1).Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (string name in (string[])["SWAPEDGE_NODE_KEY", "SWAPEDGE_WIFI_SSID", "SWAPEDGE_WIFI_PASSWORD"])
        {
            start.Environment.Remove(name);
        }

        start.Environment["NANOFRAMEWORK_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return Run(start, limit);
    }

    private static ProcessResult Run(ProcessStartInfo start, TimeSpan limit)
    {
        StringBuilder output = new();
        using CountdownEvent open = new(2);
        void Take(object sender, DataReceivedEventArgs line)
        {
            if (line.Data == null)
            {
                open.Signal();
                return;
            }

            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }

        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        try
        {
            process.Start();
        }
        catch (Exception problem) when (problem is Win32Exception or IOException)
        {
            return new ProcessResult(-1, "", NotStarted: problem.Message);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        bool ended = process.WaitForExit(limit);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        // What it printed is read by others; a program that it left behind may keep the pipes open.
        open.Wait(ForItsEnd);
        process.CancelOutputRead();
        process.CancelErrorRead();
        lock (output)
        {
            return new ProcessResult(ended ? process.ExitCode : -1, output.ToString(), TimedOut: !ended);
        }
    }
}

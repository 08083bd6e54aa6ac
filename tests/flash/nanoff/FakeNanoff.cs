using System.Text.Json.Nodes;

namespace SwapEdge.Tests.Flash;

/// <summary>
/// Speaks as nanoff 2.5.162 does and keeps a device in a folder: <c>calls.log</c> (a line a call), <c>behaviour</c>
/// (what it does wrong), <c>device/…</c> (what is on it), <c>starts</c> (how often it started).
/// </summary>
/// <param name="hang">Does not come back.</param>
public sealed class FakeNanoff(string folder, TextWriter output, Action hang)
{
    private string[] _args = [];

    private string Device => Path.Combine(folder, "device");

    private string Behaviour => File.Exists(Path.Combine(folder, "behaviour"))
        ? File.ReadAllText(Path.Combine(folder, "behaviour")).Trim() : "";

    public int Run(string[] args)
    {
        _args = args;
        Directory.CreateDirectory(Device);
        File.AppendAllText(Path.Combine(folder, "calls.log"), string.Join(' ', args) + "\n");
        if (Behaviour == $"hangs at {Verb}")
        {
            hang();
        }

        if (Behaviour == "port busy" && Verb is not ("version" or "listports"))
        {
            return Error(6000, "Couldn't open serial device.");
        }

        return Verb switch
        {
            "version" => Say(Behaviour == "other version" ? "nanoff 2.5.99+0123456789" : "nanoff 2.5.162+baccab8"),
            "listports" => ListPorts(),
            "devicedetails" => Details(),
            "update" => Update(),
            "deploy" => Deploy(),
            "filedeployment" => Files(),
            "networkdeployment" => Network(),
            _ => Error(9000, "Invalid or missing arguments."),
        };
    }

    private string Verb => _args.Select(arg => arg.TrimStart('-')).FirstOrDefault(
        arg => arg is "version" or "listports" or "devicedetails" or "update" or "deploy" or "filedeployment"
            or "networkdeployment") ?? "";

    private int ListPorts()
    {
        string[] ports = [.. Directory.GetFiles(folder, "tty*").Order(StringComparer.Ordinal)];
        output.WriteLine(ports.Length == 0 ? "No available COM port." : "Available COM ports:");
        foreach (string port in ports)
        {
            output.WriteLine($"  {port}");
        }

        return 0;
    }

    private int Details()
    {
        if (Behaviour == "no answer" || (Behaviour == "no restart" && File.Exists(Path.Combine(Device, "image.bin"))))
        {
            return Error(4000, "Error executing ESP32 serial command.");
        }

        if (Behaviour == "talks nonsense")
        {
            return Say("Connected to: something");
        }

        string chip = Behaviour == "wrong chip" ? "ESP32-S3" : "ESP32";
        string psram = Behaviour switch
        {
            "no PSRAM" => "not available",
            "PSRAM undetermined" => "undetermined",
            _ => "8MB",
        };
        string flash = Behaviour == "small flash" ? "4MB" : "16MB";
        output.WriteLine("Reading details from chip...OK");
        output.WriteLine();
        output.WriteLine("Connected to:");
        output.WriteLine($"{chip} ({chip}-D0WD-V3 (revision v3.0))");
        output.WriteLine("Features Wi-Fi, BT, Dual Core, 240MHz");
        output.WriteLine($"Flash size {flash} unknown from GIGADEVICE (manufacturer 0xC8 device 0x4018)");
        output.WriteLine($"PSRAM: {psram}");
        output.WriteLine("Crystal 40MHz");
        output.WriteLine("MAC 24:0A:C4:00:00:01");
        Start();
        return 0;
    }

    private int Update()
    {
        if (Behaviour == "archive empty" && _args.Contains("--fromarchive", StringComparer.Ordinal))
        {
            return Error(9015, "Can't find the target in the firmware archive.");
        }

        if (_args.Contains("--masserase", StringComparer.Ordinal) && Behaviour != "erases nothing")
        {
            Directory.Delete(Device, recursive: true);
            Directory.CreateDirectory(Device);
        }

        if (Behaviour == "runtime fails")
        {
            return Error(4003, "Failed to write new firmware to ESP32.");
        }

        Put("runtime", $"{Value("--target")} {Value("--fwversion")}");
        Start();
        return 0;
    }

    private int Deploy()
    {
        output.Write("Flashing deployment partition...");
        byte[] image = File.ReadAllBytes(Value("--image"));
        if (Behaviour == "fails half way")
        {
            File.WriteAllBytes(Path.Combine(Device, "image.bin"), image[..(image.Length / 2)]);
            output.WriteLine();
            return Error(4003, "Failed to write new firmware to ESP32.");
        }

        if (Behaviour != "writes nothing")
        {
            File.WriteAllBytes(Path.Combine(Device, "image.bin"), image);
            Put("address", Value("--address"));
        }

        output.WriteLine("OK");
        Start();
        return 0;
    }

    private int Files()
    {
        JsonNode list = JsonNode.Parse(File.ReadAllText(Value("--filedeployment")))!;
        foreach (JsonNode? file in list["files"]!.AsArray())
        {
            string name = file!["DestinationFilePath"]!.GetValue<string>()[@"I:\".Length..];
            if (file["SourceFilePath"] is not { } path)
            {
                Delete(name);
                continue;
            }

            string source = path.GetValue<string>();
            output.Write($"Deploying file {source} to I:\\{name}...");
            if (Behaviour == "file fails")
            {
                // As nanoff does: said, and the exit code is 0.
                output.WriteLine();
                output.WriteLine($"Error deploying content file {source} to I:\\{name}");
                continue;
            }

            if (Behaviour != "writes nothing")
            {
                File.Copy(source, Path.Combine(Device, name), overwrite: true);
            }

            output.WriteLine("OK");
        }

        return 0;
    }

    private void Delete(string name)
    {
        string path = Path.Combine(Device, name);
        output.WriteLine(File.Exists(path)
            ? $"Deleting file I:\\{name}...OK"
            : $"Deleting file I:\\{name}...\nError deleting file I:\\{name}, it may not exist on the storage.");
        File.Delete(path);
    }

    private int Network()
    {
        if (Behaviour == "network fails")
        {
            output.WriteLine("Cannot find any network configuration for wireless client.");
            return Error(2002, "Error executing operation with nano device.");
        }

        Put("network.json", File.ReadAllText(Value("--networkdeployment")));
        return Say("Updating network configuration...OK");
    }

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(Device, name), text);

    private void Start()
    {
        string file = Path.Combine(folder, "starts");
        int starts = File.Exists(file) ? int.Parse(File.ReadAllText(file)) : 0;
        File.WriteAllText(file + ".new", (starts + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));

        // Never seen half written by a device that looks at the same time.
        File.Move(file + ".new", file, overwrite: true);
    }

    private string Value(string option) => _args[Array.IndexOf(_args, option) + 1];

    private int Say(string text)
    {
        output.WriteLine(text);
        return 0;
    }

    /// <summary>With -v m it gives only the number; on Linux an exit code keeps eight bits.</summary>
    private int Error(int code, string text)
    {
        output.WriteLine(_args.Contains("m", StringComparer.Ordinal) ? $"E{code}" : $"Error E{code}: {text}");
        return code & 0xFF;
    }
}

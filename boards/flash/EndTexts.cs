using System.Globalization;

namespace SwapEdge.Boards.Flash;

/// <summary>For each end: what happened and what to do next, in two languages; {0} is the detail.</summary>
public static class EndTexts
{
    private static readonly Dictionary<FlashEnd, (string English, string Chinese)> Rows = new()
    {
        [FlashEnd.Done] = (
            "Done. Put the label on the board.",
            "完成。请把标签贴在控制板上。"),
        [FlashEnd.WrongUsage] = (
            "The command line is wrong: {0}. See --help.",
            "命令行有误：{0}。请查看 --help。"),
        [FlashEnd.InternalError] = (
            "A defect of this tool: {0}. Send this text to its makers; flash again before the board is used.",
            "本工具出现内部错误：{0}。请把这段文字发给开发者；使用控制板之前须重新烧录。"),
        [FlashEnd.BoardUnknown] = (
            "No such board: {0}. Take one of those named.",
            "没有这种控制板：{0}。请从列出的名称中选择。"),
        [FlashEnd.SettingsMissing] = (
            "The station settings cannot be read: {0}. Check the path after -Settings.",
            "无法读取站点配置：{0}。请检查 -Settings 后面的路径。"),
        [FlashEnd.SettingsRefused] = (
            "The station settings are refused: {0}. Correct that field and start again.",
            "站点配置不被接受：{0}。请改正该字段后重新开始。"),
        [FlashEnd.NodeUnknown] = (
            "Which node is meant? {0}. Name one with -Node.",
            "不清楚是哪个节点：{0}。请用 -Node 指定一个。"),
        [FlashEnd.BoardDiffers] = (
            "The settings do not fit this board: {0}. Take the board that the settings name, or change the settings.",
            "配置与控制板不符：{0}。请换用配置中指定的控制板，或修改配置。"),
        [FlashEnd.SecretsMissing] = (
            "The secrets cannot be read: {0}. Name their file with -Secrets, as boards/flash/README.md says.",
            "无法读取密钥文件：{0}。请按 boards/flash/README.md 的说明用 -Secrets 指定。"),
        [FlashEnd.SecretsInRepository] = (
            "Secrets lie inside a git work tree: {0}. Move them out of it; if they were ever committed, make new ones.",
            "密钥位于 git 工作目录内：{0}。请移到目录之外；若曾经提交过，必须更换新的密钥。"),
        [FlashEnd.SecretsOpen] = (
            "Others on this machine can read the secrets: {0}. Run chmod 600 on that file.",
            "本机其他用户可以读取密钥：{0}。请对该文件执行 chmod 600。"),
        [FlashEnd.SecretsRefused] = (
            "A secret is missing or malformed: {0}. Correct it in the secrets file.",
            "密钥缺失或格式错误：{0}。请在密钥文件中改正。"),
        [FlashEnd.BuildMissing] = (
            "There is no device build: {0}. Build nf.sln where nanoFramework's build extension is installed, or name "
                + "the folder of the .pe files with -Pe.",
            "没有设备端构建结果：{0}。请在装有 nanoFramework 构建扩展的机器上构建 nf.sln，或用 -Pe 指定 .pe 文件所在目录。"),
        [FlashEnd.BuildRefused] = (
            "The device build is no good: {0}. Build it anew and copy it whole.",
            "设备端构建结果不可用：{0}。请重新构建并完整复制。"),
        [FlashEnd.BuildTooLarge] = (
            "The image does not fit the deployment partition: {0}. Build for Release, with this kind of node only.",
            "映像超出部署分区：{0}。请使用 Release 构建，且只包含这一类节点。"),
        [FlashEnd.NanoffMissing] = (
            "nanoff cannot be started: {0}. Connect to the internet and run 'dotnet tool restore' in boards/flash, "
                + "or name a copy with -Nanoff.",
            "无法启动 nanoff：{0}。请联网后在 boards/flash 中运行 dotnet tool restore，或用 -Nanoff 指定其位置。"),
        [FlashEnd.NanoffOther] = (
            "This is another nanoff than the one that was checked: {0}. Run 'dotnet tool restore' in boards/flash.",
            "nanoff 的版本与核对过的不同：{0}。请在 boards/flash 中运行 dotnet tool restore。"),
        [FlashEnd.NanoffHangs] = (
            "nanoff did not come to an end and was stopped: {0}. Unplug the board, plug it in again and start again.",
            "nanoff 未能结束，已被终止：{0}。请拔下控制板重新插上，再重新开始。"),
        [FlashEnd.PortMissing] = (
            "No board is connected{0}. Plug in the USB cable (one that carries data) and install the driver of its "
                + "serial chip (CP210x, CH34x).",
            "没有发现控制板{0}。请插好 USB 线（须为数据线），并安装串口芯片（CP210x、CH34x）驱动。"),
        [FlashEnd.PortSeveral] = (
            "There are several ports: {0}. Unplug the others, or name one with -Port.",
            "发现多个串口：{0}。请拔下其他设备，或用 -Port 指定一个。"),
        [FlashEnd.PortForbidden] = (
            "The port may not be opened: {0}. Run 'sudo usermod -aG dialout $USER', log out and in again.",
            "没有打开串口的权限：{0}。请运行 sudo usermod -aG dialout $USER，注销后重新登录。"),
        [FlashEnd.PortBusy] = (
            "The port is in use, or gone: {0}. Close other programs that use it (Visual Studio, a terminal) and start "
                + "again.",
            "串口被占用或已断开：{0}。请关闭占用它的程序（Visual Studio、串口终端）后重新开始。"),
        [FlashEnd.ChipSilent] = (
            "The chip does not answer: {0}. Hold BOOT, press EN (reset) for a moment, release BOOT and start again.",
            "芯片没有应答：{0}。请按住 BOOT，短按 EN（复位），松开 BOOT 后重新开始。"),
        [FlashEnd.ChipUnread] = (
            "nanoff's answer about the chip is not understood: {0}. Start again; if it stays so, send this text to the "
                + "makers.",
            "无法理解 nanoff 返回的芯片信息：{0}。请重试；若仍如此，请把这段文字发给开发者。"),
        [FlashEnd.ChipOther] = (
            "This is not the chip of that board: {0}. Take the right board, or name the right one with -Board.",
            "芯片与控制板类型不符：{0}。请换用正确的控制板，或用 -Board 指定正确的类型。"),
        [FlashEnd.PsramMissing] = (
            "The module has no PSRAM: {0}. It cannot carry a node; take a module with PSRAM.",
            "模组没有 PSRAM：{0}。无法运行节点程序，请换用带 PSRAM 的模组。"),
        [FlashEnd.FlashOther] = (
            "The module's flash has another size: {0}. Take the module that the board's README names.",
            "模组的闪存容量不符：{0}。请换用控制板 README 中指定的模组。"),
        [FlashEnd.ArchiveMissing] = (
            "The archive does not hold that runtime: {0}. Where there is internet run nanoff --updatearchive, as "
                + "boards/flash/README.md says.",
            "离线存档中没有该运行时：{0}。请在联网的机器上按 boards/flash/README.md 运行 nanoff --updatearchive。"),
        [FlashEnd.RuntimeNotWritten] = (
            "The runtime was not written: {0}. Is the plug \"flash\" in? Start again; if it stays so, with a shorter "
                + "cable and without a hub.",
            "运行时未能写入：{0}。请确认“flash”跳线已插好，然后重新开始；若再次出现，请换用较短的线缆并且不经过集线器。"),
        [FlashEnd.ImageNotWritten] = (
            "The program was not written: {0}. Is the plug \"flash\" in? Start again; the board must not be used like "
                + "this.",
            "程序未能写入：{0}。请确认“flash”跳线已插好，然后重新开始；控制板在此状态下不得使用。"),
        [FlashEnd.FilesNotWritten] = (
            "Settings, key and certificates were not written: {0}. Press EN (reset) and start again.",
            "配置、密钥和证书未能写入：{0}。请按 EN（复位）后重新开始。"),
        [FlashEnd.NetworkNotWritten] = (
            "The network configuration was not written: {0}. Press EN (reset) and start again.",
            "网络配置未能写入：{0}。请按 EN（复位）后重新开始。"),
        [FlashEnd.RestartFailed] = (
            "The board was not restarted: {0}. Start again without pressing EN in between.",
            "控制板未能重启：{0}。请重新开始，其间不要按 EN。"),
        [FlashEnd.BrokerSilent] = (
            "The broker cannot be reached: {0}. Check -Broker and this machine's network and certificate.",
            "无法连接 MQTT 服务器：{0}。请检查 -Broker、本机网络和证书。"),
        [FlashEnd.BirthMissing] = (
            "The board was written but has not reported: {0}. Check network, certificate and broker in settings and "
                + "secrets, then start again.",
            "控制板已写入但没有上报：{0}。请检查配置与密钥中的网络、证书和服务器地址，然后重新开始。"),
        [FlashEnd.BuildDiffers] = (
            "Another program runs on the board than the one written: {0}. Start again; nanoff said OK and wrote "
                + "nothing.",
            "控制板运行的程序与写入的不同：{0}。请重新开始；nanoff 报告成功但并未写入。"),
        [FlashEnd.SettingsDiffer] = (
            "The board runs with other settings than those written: {0}. Start again, and if the city has just changed "
                + "its settings, with what it sent.",
            "控制板使用的配置与写入的不同：{0}。请重新开始；若城市平台刚修改过配置，请采用其下发的配置。"),
        [FlashEnd.BoardSaysOther] = (
            "The board says that it is another one: {0}. Check -Board and the settings, then start again.",
            "控制板上报的类型不同：{0}。请检查 -Board 和配置后重新开始。"),
        [FlashEnd.JournalDiffers] = (
            "The board has another journal than the node had: {0}. If the board was exchanged, start again with "
                + "-Replace; if not, its history is lost: tell the city.",
            "控制板的日志标识与该节点原有的不同：{0}。若更换过控制板，请加 -Replace 重新开始；若未更换，则历史已丢失，请通知城市平台。"),
        [FlashEnd.JournalReused] = (
            "The journal of another board or node is still there: {0}. Put in an empty SD card or erase the store, and "
                + "start again with -Replace.",
            "其他控制板或节点的日志仍然存在：{0}。请换上空白 SD 卡或清除存储，再加 -Replace 重新开始。"),
        [FlashEnd.CertificatesRefused] = (
            "The board runs without an uplink, for it cannot use its certificates: {0}. Check certificate, key and "
                + "authority in the secrets, then start again.",
            "控制板无法使用其证书，未连接城市平台：{0}。请检查密钥文件中的证书、私钥和 CA 证书，然后重新开始。"),
    };

    public static string Of(FlashEnd end, Language language, string detail)
    {
        (string english, string chinese) = Rows[end];
        return string.Format(
            CultureInfo.InvariantCulture, language == Language.Chinese ? chinese : english, detail);
    }

    /// <summary>As in the table, the place of the detail left as it is.</summary>
    public static string Raw(FlashEnd end, Language language) =>
        language == Language.Chinese ? Rows[end].Chinese : Rows[end].English;
}

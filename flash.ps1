# Puts runtime, program, settings and secrets onto a board and sees that they are there: boards/flash/README.md.
# It only finds dotnet and passes on what it is given; PowerShell 7, Windows PowerShell 5.1.
param(
    [string]$Board,
    [string]$Settings,
    [string]$Port,
    [string]$Node,
    [string]$Secrets,
    [string]$Pe,
    [string]$Archive,
    [string]$Nanoff,
    [string]$Broker,
    [string]$Authority,
    [string]$Certificate,
    [string]$Key,
    [switch]$Replace,
    [switch]$DryRun,
    [string]$Language,
    [int]$Wait
)

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine('flash.ps1: install the .NET 10 SDK, https://dot.net [4]')
    exit 4
}

$options = @()
foreach ($name in $PSBoundParameters.Keys) {
    $value = $PSBoundParameters[$name]
    $option = '--' + ($name -creplace '(?<=[a-z])(?=[A-Z])', '-').ToLowerInvariant()
    if ($value -isnot [switch]) {
        $options += $option
        $options += "$value"
    } elseif ($value) {
        $options += $option
    }
}

& dotnet run --project "$PSScriptRoot/boards/flash" -- @options @args
exit $LASTEXITCODE

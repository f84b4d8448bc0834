@echo off
rem Starts openclaw from a checkout. Builds first when there is no build yet or a source file is newer than it.
setlocal
set "ROOT=%~dp0"
set "OUT=%ROOT%artifacts\openclaw"
where dotnet >nul 2>nul
if errorlevel 1 (
  echo openclaw: the .NET 10 SDK was not found. Install it and put dotnet on the PATH. 1>&2
  exit /b 1
)
if not exist "%OUT%\current\openclaw.exe" goto build
powershell -NoProfile -Command "$b=(Get-Item -LiteralPath $env:OUT\current\.built).LastWriteTimeUtc; $n=Get-ChildItem -Recurse -File ($env:ROOT+'host'),($env:ROOT+'abstractions'),($env:ROOT+'plugins') | Where-Object { $_.FullName -notmatch '\\(bin|obj)\\' -and $_.LastWriteTimeUtc -gt $b } | Select-Object -First 1; if ($n) { exit 1 }"
if errorlevel 1 goto build
goto run
:build
echo openclaw: building, about a minute the first time... 1>&2
dotnet publish "%ROOT%host\OpenClaw.Host\OpenClaw.Host.csproj" -c Release -o "%OUT%\current" --nologo -v quiet --use-current-runtime --self-contained false -p:PublishReadyToRun=true > "%TEMP%\openclaw-build.log" 2>&1
if errorlevel 1 dotnet publish "%ROOT%host\OpenClaw.Host\OpenClaw.Host.csproj" -c Release -o "%OUT%\current" --nologo -v quiet
if errorlevel 1 exit /b 1
type nul > "%OUT%\current\.built"
:run
"%OUT%\current\openclaw.exe" %*
exit /b %ERRORLEVEL%

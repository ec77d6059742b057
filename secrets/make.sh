#!/bin/sh
# Writes a random password for each secret that docker-compose.yml names and that has no file here yet. Plain sh,
# because the machine that runs the containers need not have Node.
set -eu

usage() {
  cat <<'END'
为 docker-compose.yml 中列出、而本目录尚无文件的每个密钥写一个随机口令；已有的文件保持不变。
Writes a random password for each secret that docker-compose.yml names and that has no file in this folder yet; existing
files are left alone.

用法 · usage: sh secrets/make.sh

  -h, --help   显示本说明 · show this text

退出码 · exit codes: 0 完成 · done; 1 失败 · failed; 2 命令行有误 · wrong command line
END
}

for argument in "$@"; do
  case $argument in
    -h | --help)
      usage
      exit 0
      ;;
    *)
      printf '不认识参数“%s”，用法见 --help。\nThere is no argument "%s", see --help.\n' "$argument" "$argument" >&2
      exit 2
      ;;
  esac
done

cd "$(dirname "$0")"
umask 077

# The folder keeps other users of this machine out. The files themselves must be readable: a container sees them with
# the same mode, and its user (1000 the programs, 999 the databases) is not the one who made them.
chmod 700 .
for file in $(sed -n 's|.*file: \./secrets/\([a-z0-9_-]*\.txt\).*|\1|p' ../docker-compose.yml); do
  if [ -s "$file" ]; then
    echo "保留 · kept     $file"
    continue
  fi
  # Complete or not there at all, even if the disk is full.
  head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n' > "$file.new"
  chmod 444 "$file.new"
  mv -f "$file.new" "$file"
  echo "已写 · written  $file"
done
